// Sends a file with its progress, and keeps the progress of an import as it is.

const form = document.querySelector('[data-upload]');
const fill = (text, facts) => text.replace(/\{(\w+)\}/g, (_, name) => facts[name]);
const count = (number) => new Intl.NumberFormat('en-US').format(number);

function wrong(text) {
  const box = form.querySelector('[data-upload-wrong]');
  box.querySelector('p').textContent = text;
  box.hidden = !text;
  if (text) {
    box.focus();
    box.scrollIntoView({ block: 'nearest' });
  }
}

function sending(on) {
  form.toggleAttribute('aria-busy', on);
  form.querySelector('button').disabled = on;
  form.querySelector('[data-upload-progress]').hidden = !on;
}

function address() {
  const question = new URLSearchParams({ dryRun: 'true' });
  if (form.elements.kind.value) {
    question.set('kind', form.elements.kind.value);
  }
  return `/api/v1/funds/${encodeURIComponent(form.elements.fund.value)}/imports?${question}`;
}

function answered(request) {
  let answer = {};
  try {
    answer = JSON.parse(request.responseText);
  } catch (unreadable) {
    // The sentence below says enough.
  }
  if (request.status === 202) {
    location.assign(`/imports/${answer.importId}`);
    return;
  }
  sending(false);
  const known = { 401: form.dataset.expired, 403: form.dataset.refused }[request.status];
  wrong(known ?? answer.detail ?? form.dataset.broken);
}

function send(file) {
  const data = new FormData();
  // Batches may be called after people, and addresses stay behind in logs.
  data.append('batch', form.elements.batch.value.trim());
  data.append('file', file);
  const request = new XMLHttpRequest();
  const bar = form.querySelector('progress');
  const status = form.querySelector('[data-upload-status]');
  let said = -1;
  request.upload.addEventListener('progress', (event) => {
    const percent = Math.floor((event.loaded / event.total) * 100);
    bar.value = percent;
    if (Math.floor(percent / 10) !== said) {
      said = Math.floor(percent / 10);
      status.textContent = percent === 100 ? form.dataset.arrived : fill(form.dataset.sending, { percent });
    }
  });
  request.addEventListener('load', () => answered(request));
  request.addEventListener('error', () => {
    sending(false);
    wrong(form.dataset.lost);
  });
  request.open('POST', address());
  request.setRequestHeader('X-CSRF-TOKEN', form.elements._csrf.value);
  request.setRequestHeader('Accept-Language', document.documentElement.lang);
  wrong('');
  sending(true);
  request.send(data);
}

function drops(place) {
  const over = (on) => (event) => {
    event.preventDefault();
    place.classList.toggle('over', on);
  };
  place.addEventListener('dragover', over(true));
  place.addEventListener('dragleave', over(false));
  place.addEventListener('drop', (event) => {
    over(false)(event);
    if (event.dataTransfer.files.length > 0) {
      form.elements.file.files = event.dataTransfer.files;
    }
  });
}

if (form) {
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (!form.elements.fund.value) {
      wrong(form.dataset.chooseFund);
    } else if (form.elements.file.files.length !== 1) {
      wrong(form.dataset.chooseFile);
    } else {
      send(form.elements.file.files[0]);
    }
  });
  drops(form.querySelector('[data-drop]'));
}

function show(box, news) {
  const { done, of, linesPerSecond, secondsLeft } = news.progress;
  const percent = of > 0 ? Math.min(100, Math.floor((done / of) * 100)) : 0;
  box.querySelector('progress').value = percent;
  if (of === 0 || secondsLeft === null || secondsLeft === undefined) {
    return;
  }
  const text = fill(box.dataset.text, {
    percent, done: count(done), of: count(of), rate: count(linesPerSecond), left: count(secondsLeft),
  });
  box.querySelector('[data-progress-text]').textContent = text;
  // Whoever listens hears it at every tenth only.
  const said = box.querySelector('[data-progress-said]');
  const tenth = String(Math.floor(percent / 10));
  if (said.dataset.tenth !== tenth) {
    said.dataset.tenth = tenth;
    said.textContent = text;
  }
}

const box = document.querySelector('[data-progress]');
if (box) {
  const stream = new EventSource(box.dataset.progress);
  stream.addEventListener('progress', (event) => {
    const news = JSON.parse(event.data);
    show(box, news);
    if (news.state !== 'RUNNING' || news.phase !== box.dataset.phase) {
      stream.close();
      location.reload();
    }
  });
  stream.addEventListener('error', () => {
    if (stream.readyState === EventSource.CLOSED) {
      setTimeout(() => location.reload(), 30000);
    }
  });
}
