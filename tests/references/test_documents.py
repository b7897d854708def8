"""Symbols of documents, and the addresses that hold them."""

from __future__ import annotations

import pytest

from unres.references import find_references


def symbols(text, **known):
    return [reference.symbol for reference in find_references(text, **known)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A/67/458", ["A/67/458"]),
        ("(E/CN.4/Sub.2/1982/2/Add.1)", ["E/CN.4/Sub.2/1982/2/Add.1"]),
        ("See A/52/1 and Add.1 and Corr.1–2.", ["A/52/1", "A/52/1/Add.1", "A/52/1/Corr.1", "A/52/1/Corr.2"]),
        ("A/64/115, 174 and 323.", ["A/64/115", "A/64/174", "A/64/323"]),
        ("A/61/229 و Corr.1", ["A/61/229", "A/61/229/Corr.1"]),
        ("A/73/12 (Part I) and A/73/12 (Part II)", ["A/73/12 (Part I)", "A/73/12 (Part II)"]),
        ("A/62/89–E/2007/76", ["A/62/89", "E/2007/76"]),
        ("UNEP/CBD/BS/COP-MOP/5/17", ["UNEP/CBD/BS/COP-MOP/5/17"]),
        ("A/C.6/76/SR.16–18", ["A/C.6/76/SR.16", "A/C.6/76/SR.17", "A/C.6/76/SR.18"]),
        ("ICCD/COP(14)/23/Add.1", ["ICCD/COP(14)/23/Add.1"]),
        ("A/76/6 (Sect. 3)/Add.1", ["A/76/6 (Sect. 3)/Add.1"]),
        ("S/PRST/1996/17", ["S/PRST/1996/17"]),
        ("A/ES-10/273 and and/or HIV/AIDS", ["A/ES-10/273"]),
        ("ISO/IEC and TCP/IP4", []),
    ],
)
def test_symbols_of_documents(text, expected):
    assert [r.symbol for r in find_references(text, "en") if r.kind in {"document", "resolution"}] == expected


@pytest.mark.parametrize(
    ("address", "symbol"),
    [
        ("https://docs.un.org/ar/A/RES/67/190", "A/RES/67/190"),
        ("https://undocs.org/S/PRST/2018/1", "S/PRST/2018/1"),
        ("https://docs.un.org/en/a/res/67/190?direct=true", "A/RES/67/190"),
        ("undocs.org/en/S/RES/1325(2000)", "S/RES/1325 (2000)"),
        ("https://undocs.org/en/S/RES/1325%20(2000)", "S/RES/1325 (2000)"),
        ("https://documents.un.org/api/symbol/access?s=A/73/12/Add.1&l=ar&t=pdf", "A/73/12/Add.1"),
        ("https://docs.un.org/en/a/73/12/add.1", "A/73/12/Add.1"),
    ],
)
@pytest.mark.parametrize("around", ["See {}.", "انظر ({})،", "the text <{}>"])
def test_addresses(address, symbol, around):
    text = around.format(address)
    (found,) = find_references(text)
    assert (found.symbol, found.text) == (symbol, address)


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        ("(S/PRST/ 2020/5)", "S/PRST/2020/5"),
        ("A/71/53/ Add.1/Corr.1", "A/71/53/Add.1/Corr.1"),
        ("A/71/53/\nAdd.1", "A/71/53/Add.1"),
        ("S / RES / 242", "S/RES/242 (1967)"),
        ("انظر A/RES /67/190", "A/RES/67/190"),
    ],
)
def test_spaces_in_symbols(text, symbol):
    assert symbols(text) == [symbol]


def test_one_resolution_has_one_symbol():
    spellings = "S/RES/2231(2015), S/RES/2231 (2015), S/RES/2231, resolution 2231 (2015), UNSCR 2231"
    assert set(symbols(spellings)) == {"S/RES/2231 (2015)"}
