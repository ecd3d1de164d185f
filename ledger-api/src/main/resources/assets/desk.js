// Asks, while a donor is typed in, whether the book knows them. Nothing personal goes into an address.

const WATCHED = ['donor.name', 'donor.organisation', 'donor.staffNumber', 'donor.identityNumber'];
let asked = 0;

/** The unit of whom was recognised, where none was typed. */
function fillUnit(form, source) {
  const unit = form.elements['donor.organisation'];
  if (source?.dataset.unit && !unit.value) {
    unit.value = source.dataset.unit;
  }
}

async function recognise(form) {
  const number = ++asked;
  const answer = await fetch(form.dataset.donors, { method: 'POST', body: new URLSearchParams(new FormData(form)) }).catch(() => null);
  if (!answer?.ok || number !== asked || !form.isConnected) {
    return;
  }
  const place = form.querySelector('[data-known]');
  place.innerHTML = await answer.text();
  fillUnit(form, place.querySelector('p[data-unit], input:checked'));
}

document.addEventListener('change', (event) => {
  const form = event.target.form;
  if (!form?.matches('[data-desk]')) {
    return;
  }
  if (WATCHED.includes(event.target.name)) {
    if (event.target.name === 'donor.name') {
      // Another name is another person: what was chosen for the last one no longer holds.
      form.querySelector('[data-known]').replaceChildren();
    }
    recognise(form);
  } else if (event.target.name === 'donor.subjectId') {
    fillUnit(form, event.target);
  }
});
