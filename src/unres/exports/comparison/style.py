"""The style of the page of a comparison, after that which all pages share."""

STYLE = """
.sheet { max-width: 60rem; margin: 0 auto; padding: 1.5rem 1.25rem; }
h1 { font-size: 1.5rem; margin: 0 0 0.75rem; }
h2 { font-size: 1.1rem; margin: 2.2rem 0 0.6rem; border-bottom: 1px solid var(--line); }
.editions { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem; }
.edition { border-inline-start: 4px solid var(--line); padding-inline-start: 0.75rem; }
.edition.older { border-color: var(--dropped-ink); }
.edition.newer { border-color: var(--added-ink); }
.edition p { margin: 0; }
.edition .role, .place, .was, .quiet { color: var(--quiet); font-size: 0.85rem; }
.counts { list-style: none; display: flex; flex-wrap: wrap; gap: 0.5rem; padding: 0; margin: 1.1rem 0 0.6rem; }
.badge { display: inline-block; border: 1px solid var(--line); border-radius: 0.3rem; padding: 0 0.45rem;
  font-size: 0.8rem; line-height: 1.6; white-space: nowrap; color: var(--ink); background: var(--paper); }
.badge.added { background: var(--added); color: var(--added-ink); border-color: var(--added-ink); }
.badge.dropped { background: var(--dropped); color: var(--dropped-ink); border-color: var(--dropped-ink); }
.badge.moved { background: var(--moved); }
.badge.changed { background: linear-gradient(to right, var(--dropped) 50%, var(--added) 50%); }
table.head { border-collapse: collapse; width: 100%; }
table.head th { text-align: start; font-weight: normal; color: var(--quiet); width: 9rem; }
table.head th, table.head td { padding: 0.2rem 0.5rem 0.2rem 0; vertical-align: top; }
.change { display: grid; grid-template-columns: 8.5rem 1fr; gap: 0 1rem; padding: 0.45rem 0.6rem;
  border-inline-start: 4px solid transparent; }
.change p { margin: 0; overflow-wrap: anywhere; }
.change.added { border-color: var(--added-ink); }
.change.dropped { border-color: var(--dropped-ink); border-inline-start-style: dashed; }
.change.changed { border-color: var(--link); border-inline-start-style: dotted; }
.change.moved { border-color: var(--link); border-inline-start-style: double; background: var(--moved); }
.change.left { color: var(--quiet); border-inline-start-style: double; border-color: var(--line); }
.change.kept p.text { color: var(--quiet); }
.change.heading p.text { font-weight: 600; }
.change:target { outline: 2px solid var(--link); }
ins, del { unicode-bidi: isolate; box-decoration-break: clone; -webkit-box-decoration-break: clone;
  padding: 0 0.15em; border-radius: 0.2em; }
ins { background: var(--added); color: var(--added-ink); text-decoration: underline; text-underline-offset: 0.25em; }
del { background: var(--dropped); color: var(--dropped-ink); text-decoration: line-through; }
.cited { columns: 2; column-gap: 2rem; padding-inline-start: 1.2rem; margin: 0.3rem 0 1rem; }
.cited li { break-inside: avoid; }
.filter { user-select: none; }
#only:checked ~ main .change.kept { display: none; }
bdi { unicode-bidi: isolate; }
@media (max-width: 40rem) {
  .editions, .change { grid-template-columns: 1fr; }
  .cited { columns: 1; }
}
@media print {
  body { font-size: 10pt; }
  .filter, #only { display: none; }
  .change { break-inside: avoid; padding-block: 0.25rem; grid-template-columns: 6.5rem 1fr; }
  .change, .badge, ins, del { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  ins, ins * { color: #000; text-decoration: underline; }
  del { color: #000; }
}
"""
