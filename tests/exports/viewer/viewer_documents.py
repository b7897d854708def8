"""What the viewer's tests show: texts with traps, and a PDF made on the spot."""

from __future__ import annotations

import io

import unres

HOSTILE = """United Nations
A/RES/71/94<script>document.title="taken"</script>
General Assembly

71/94. Seeds <img src=x onerror="document.title='taken'"> & </title><script>document.title="taken"</script>

The General Assembly,

Recalling its resolution 69/118 of 18 December 2014 </script><script>document.title="taken"</script> on seeds,¹

1. Urges States <b onmouseover="document.title='taken'">not</b> to pass paragraph 1 above & " ' to act; <!-- ]]>

2. Requests the Secretary-General to report.

¹ See A/71/212</script><script>document.title="taken"</script> and "quoted" <svg onload="document.title='taken'">.
"""

ARABIC = """الأمم المتحدة
A/RES/67/268
الجمعية العامة
Distr.: General
18 March 2013

الدورة السابعة والستون

٢٦٨/٦٧ - صون العبّارات الخشبية

إن الجمعية العامة،

إذ تشير إلى قرارها ١٩٠/٦٧ المؤرخ ٢٠ كانون الأول/ديسمبر ٢٠١٢ وإلى قرارها ٦٥/٢٥٢ المؤرخ ٢٤ كانون الأول/ديسمبر ٢٠١٠^(١)،

١ - ترحّب بإصلاح الأُمــم لسبع عشرة عبّارة خشبية في عام ٢٠١١؛

٢ - تحث الدول الأعضاء على القيام بما يلي:

(أ) طلاء العبّارات مرة كل ٣ سنوات؛

(ب) حفظ رسومها^(٢)؛

٣ - تطلب إلى الأمين العام أن يقدم تقريرا عن تنفيذ الفقرة ٢ أعلاه.

(١) انظر أيضا القرار ٢٤١/٥٨.
(٢) انظر A/67/211.
(٣) حاشية لا يشير إليها شيء.
"""

ENGLISH = """United Nations
A/RES/67/268
General Assembly

67/268. Preservation of wooden ferries

The General Assembly,

Recalling its resolutions 67/190 of 20 December 2012 and 65/252 of 24 December 2010,¹

1. Welcomes the repair of seventeen wooden ferries in 2011;

2. Urges Member States:

(a) To paint the ferries once every 3 years;

(b) To keep the drawings;²

3. Requests the Secretary-General to report on the implementation of paragraph 2 above;

4. Decides to consider the matter again.

¹ See also resolution 58/241.
² See A/67/211.
"""


NUMBERS = """الأمم المتحدة
A/RES/67/268
الجمعية العامة

67/268 - تمويل العبّارات الخشبية

إن الجمعية العامة،

إذ تشير إلى قرارها 67/190 المؤرخ 20 كانون الأول/ديسمبر 2012 وإلى القرار ١٩٠/٦٧،

وإذ تشير أيضا إلى الوثيقة A/RES/67/190 والوثيقة S/RES/1325 (2000)،

1 - توافق على مبلغ قدره 1 240 دولارا، ثم 12 500 000 دولار، ثم 600 000 دولار، ثم ٣ ٤٥٠ دولارا؛

2 - تقرر قسمة المبالغ وفق الجدول التالي:

وجه الإنفاق\tالمبلغ\tالمرجع
الوقود\t8 325\tA/67/458

3 - تلاحظ مبلغ 000 700 دولار.
"""


def arabic() -> unres.Resolution:
    return unres.parse(ARABIC)


def english() -> unres.Resolution:
    return unres.parse(ENGLISH)


def small_pdf(pages: int = 3) -> bytes:
    """A PDF without fonts to look up: one page with a title and two paragraphs, then pages with a line each."""
    first = [
        "United Nations",
        "A/RES/71/94",
        "71/94. Seeds of rye",
        "The General Assembly,",
        "Recalling its resolution 69/118 of 18 December 2014,",
        "1. Urges States to keep their seeds;",
        "2. Requests the Secretary-General to report.",
    ]
    streams = ["".join(f"BT /F1 12 Tf 72 {720 - 40 * at} Td ({text}) Tj ET\n" for at, text in enumerate(first))]
    streams += [
        f"BT /F1 12 Tf 72 720 Td ({number}. Decides upon matter {number}.) Tj ET" for number in range(3, pages + 2)
    ]
    kids = " ".join(f"{4 + 2 * at} 0 R" for at in range(pages))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {pages} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for at in range(pages):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * at} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>"
        )
        objects.append(f"<< /Length {len(streams[at])} >>\nstream\n{streams[at]}\nendstream")
    out, places = io.BytesIO(), []
    out.write(b"%PDF-1.4\n")
    for number, body in enumerate(objects, start=1):
        places.append(out.tell())
        out.write(f"{number} 0 obj\n{body}\nendobj\n".encode())
    table = out.tell()
    out.write(f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode())
    out.write("".join(f"{place:010} 00000 n \n" for place in places).encode())
    out.write(f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n".encode())
    return out.getvalue()
