// Keeps the figures of the page as they are in the book, without moving anything on it.

/** Longer than the server is ever silent: it speaks every 10 seconds even if nothing changes. */
const SILENCE_MS = 35_000;
/** Longer than the browser needs to connect anew after the server ended a stream. */
const INTERRUPTION_MS = 8_000;
const RETRY_MS = 30_000;

const box = document.querySelector('[data-live]');

function text(element, value) {
  if (element.textContent === value) {
    return;
  }
  element.textContent = value;
  element.classList.toggle('negative', value.startsWith('-'));
  element.classList.remove('changed');
  // Reading the width makes the browser begin the animation anew.
  void element.offsetWidth;
  element.classList.add('changed');
}

function figures(owner, values) {
  for (const [figure, value] of Object.entries(values)) {
    const selector = `[data-owner="${CSS.escape(owner)}"][data-figure="${CSS.escape(figure)}"]`;
    document.querySelectorAll(selector).forEach((element) => text(element, value));
  }
}

function show(name, shown) {
  box.querySelector(`[data-live-${name}]`).hidden = !shown;
}

function state(alive) {
  box.classList.toggle('on', alive);
  box.classList.toggle('lost', !alive);
  show('lost', !alive);
}

function apply(news) {
  for (const [currency, values] of Object.entries(news.totals ?? {})) {
    figures(currency, values);
  }
  for (const [fund, change] of Object.entries(news.funds ?? {})) {
    figures(fund, change.figures);
    document.querySelectorAll(`[data-moved="${CSS.escape(fund)}"]`).forEach((time) => {
      time.textContent = change.moved;
    });
    // A list with all funds on it lacks this one: it is new. A row of its own would move the others.
    if (document.querySelector('[data-all-funds]') && !document.querySelector(`[data-fund="${CSS.escape(fund)}"]`)) {
      show('new', true);
    }
  }
  box.querySelector('[data-live-at]').textContent = news.at;
}

function listen(since) {
  let position = since;
  let alarm = 0;
  const stream = new EventSource(`${box.dataset.live}?since=${position}`);
  const wait = (milliseconds) => {
    clearTimeout(alarm);
    alarm = setTimeout(() => state(false), milliseconds);
  };
  stream.addEventListener('balances', (event) => {
    const news = JSON.parse(event.data);
    position = news.position;
    apply(news);
    state(true);
    wait(SILENCE_MS);
  });
  stream.addEventListener('error', () => {
    if (stream.readyState === EventSource.CLOSED) {
      // The server said no: the session has ended, or too many are listening.
      clearTimeout(alarm);
      state(false);
      setTimeout(() => listen(position), RETRY_MS);
    } else {
      wait(INTERRUPTION_MS);
    }
  });
  wait(SILENCE_MS);
}

if (box) {
  listen(box.dataset.since);
}
