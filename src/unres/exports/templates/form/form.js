"use strict";

// Without this script the form is sent by its button. With it a file is sent as soon as it is dropped or chosen.
const form = document.querySelector("form");
const file = document.getElementById("file");
const other = document.getElementById("other");
const drop = document.querySelector(".drop");
const status = document.getElementById("status");
const result = document.getElementById("result");
let sent = false;

function say(text, problem = false) {
  status.textContent = text;
  status.classList.toggle("problem", problem);
}

function fits() {
  const size = [...file.files, ...other.files].reduce((sum, chosen) => sum + chosen.size, 0);
  if (size > Number(form.dataset.limit)) {
    say(form.dataset.tooLarge, true);
    return false;
  }
  return true;
}

form.addEventListener("submit", (event) => {
  if (!fits()) {
    event.preventDefault();
    return;
  }
  sent = true;
  say(form.dataset.busy);
});

for (const input of [file, other]) {
  input.addEventListener("change", () => {
    if (file.files.length) form.requestSubmit();
  });
}

result.addEventListener("load", () => {
  if (!sent) return;
  sent = false;
  say(form.dataset.done);
  document.body.classList.add("shown");
  result.focus();
  result.scrollIntoView();
});

for (const kind of ["dragenter", "dragover"]) {
  document.addEventListener(kind, (event) => {
    event.preventDefault();
    drop.classList.add("over");
  });
}
for (const kind of ["dragleave", "drop"]) {
  document.addEventListener(kind, () => drop.classList.remove("over"));
}
document.addEventListener("drop", (event) => {
  event.preventDefault();
  if (!event.dataTransfer.files.length) return;
  const dropped = [...event.dataTransfer.files].slice(0, 2);
  [file, other].forEach((input, place) => {
    const one = new DataTransfer();
    if (dropped[place]) one.items.add(dropped[place]);
    input.files = one.files;
  });
  form.requestSubmit();
});
