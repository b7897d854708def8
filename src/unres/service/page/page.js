"use strict";

// Without this script the form is sent by its button. With it a file is sent as soon as it is dropped or chosen.
const form = document.querySelector("form");
const file = document.getElementById("file");
const drop = document.querySelector(".drop");
const status = document.getElementById("status");
const result = document.getElementById("result");
let sent = false;

function say(text, problem = false) {
  status.textContent = text;
  status.classList.toggle("problem", problem);
}

function fits() {
  const chosen = file.files[0];
  if (chosen && chosen.size > Number(form.dataset.limit)) {
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

file.addEventListener("change", () => {
  if (file.files.length) form.requestSubmit();
});

result.addEventListener("load", () => {
  if (!sent) return;
  sent = false;
  say(form.dataset.done);
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
  file.files = event.dataTransfer.files;
  form.requestSubmit();
});
