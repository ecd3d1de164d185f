// Sends forms without leaving the page until they are carried out, so that nothing typed is lost.

const content = () => document.getElementById('content');

function notice(name) {
  const box = document.querySelector('[data-form-notices]');
  box.querySelectorAll('[data-form-notice]').forEach((part) => {
    part.hidden = part.dataset.formNotice !== name;
  });
  if (name) {
    box.scrollIntoView({ block: 'nearest' });
    box.focus({ preventScroll: true });
  }
}

function parse(html) {
  return new DOMParser().parseFromString(html, 'text/html');
}

/** Puts the form with its problems in the place of this one. */
function show(html) {
  const page = parse(html);
  content().replaceWith(page.getElementById('content'));
  document.title = page.title;
  const first = document.querySelector('[data-summary]') ?? document.querySelector('[data-first]') ?? content();
  first.focus();
  first.scrollIntoView({ block: 'start' });
}

/** After somebody signed in again in another window this page needs the token of that session. */
async function freshToken() {
  const answer = await fetch(location.href, { headers: { Accept: 'text/html' } });
  const token = answer.ok && parse(await answer.text()).querySelector('form.form input[name="_csrf"]')?.value;
  if (!token) {
    return false;
  }
  document.querySelectorAll('input[name="_csrf"]').forEach((input) => {
    input.value = token;
  });
  return true;
}

function body(form, submitter) {
  const data = new FormData(form, submitter);
  return form.enctype === 'multipart/form-data' ? data : new URLSearchParams(data);
}

async function deliver(form, submitter) {
  const answer = await fetch(form.action, { method: 'POST', body: body(form, submitter), headers: { 'Form-By-Script': '1' } });
  if (answer.status === 403 && !form.dataset.renewed) {
    form.dataset.renewed = 'yes';
    return (await freshToken()) ? deliver(form, submitter) : 'expired';
  }
  if (answer.headers.has('Form-Next')) {
    follow(answer.headers.get('Form-Next'));
    return 'followed';
  }
  if (answer.status === 422 || answer.status === 429 || answer.ok) {
    show(await answer.text());
    return null;
  }
  return { 401: 'expired', 403: 'refused' }[answer.status] ?? (answer.status < 500 ? 'refused' : 'broken');
}

function follow(address) {
  const next = new URL(address, location.href);
  const samePage = next.pathname === location.pathname && next.search === location.search;
  location.assign(next.href);
  if (samePage && next.hash) {
    // Only the part behind # would change, and the page would stay as it was.
    location.reload();
  }
}

async function send(form, submitter) {
  if (form.dataset.sending) {
    return;
  }
  form.dataset.sending = 'yes';
  delete form.dataset.renewed;
  form.setAttribute('aria-busy', 'true');
  notice(null);
  let outcome;
  try {
    outcome = await deliver(form, submitter);
  } catch (unreachable) {
    outcome = 'lost';
  }
  if (outcome !== 'followed') {
    delete form.dataset.sending;
    form.removeAttribute('aria-busy');
    notice(outcome);
  }
}

document.addEventListener('submit', (event) => {
  if (event.target.matches('form.form')) {
    event.preventDefault();
    send(event.target, event.submitter);
  }
});

// Somebody who comes back to a page by the browser's own button may send it again.
window.addEventListener('pageshow', () => {
  document.querySelectorAll('form.form').forEach((form) => delete form.dataset.sending);
});

/** The capitals of the amount that is being typed; an answer that comes too late is dropped. */
let asked = 0;
async function capitals(input) {
  const number = ++asked;
  const question = new URLSearchParams({ amount: input.value, currency: input.dataset.currency });
  const answer = await fetch(`/form/capitals?${question}`).catch(() => null);
  const words = answer?.ok ? await answer.text() : '';
  const output = document.getElementById(input.dataset.capitals);
  // The page may have gone on meanwhile.
  if (answer?.ok && number === asked && input.isConnected && output) {
    output.textContent = words;
  }
}

let pause = 0;
document.addEventListener('input', (event) => {
  if (event.target.matches?.('[data-capitals]')) {
    clearTimeout(pause);
    pause = setTimeout(() => capitals(event.target), 120);
  }
});

document.querySelector('[data-summary]')?.focus();
