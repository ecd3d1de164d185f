// Asks again for the part of a page that is still changing, until it no longer asks to be asked for.

const PAUSE = 1000;

async function again(part) {
  try {
    const answer = await fetch(part.dataset.poll, { headers: { Accept: 'text/html' } });
    if (answer.ok) {
      const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById(part.id);
      if (fresh) {
        if (!fresh.dataset.poll) {
          // Buttons elsewhere on the page depend on the end.
          location.reload();
          return;
        }
        part.replaceWith(fresh);
        part = fresh;
      }
    }
  } catch {
    // The line is down; the next question may get through.
  }
  setTimeout(again, PAUSE, part);
}

document.querySelectorAll('[data-poll]').forEach((part) => setTimeout(again, PAUSE, part));
