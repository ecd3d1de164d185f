// Asks again for the part of a page that is still changing, until it no longer asks to be asked for. Then the page is loaded anew,
// unless the part says that everything that changed is in its place, as beside a form in which somebody may be typing.

const PAUSE = 1000;

async function again(part) {
  try {
    const answer = await fetch(part.dataset.poll, { headers: { Accept: 'text/html' } });
    if (answer.ok) {
      const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById(part.id);
      if (fresh) {
        const over = !fresh.dataset.poll;
        if (over && !('inPlace' in part.dataset)) {
          // Buttons elsewhere on the page depend on the end.
          location.reload();
          return;
        }
        if (!part.isEqualNode(fresh)) {
          part.replaceWith(fresh);
          part = fresh;
        }
        if (over) {
          return;
        }
      }
    }
  } catch {
    // The line is down; the next question may get through.
  }
  setTimeout(again, PAUSE, part);
}

document.querySelectorAll('[data-poll]').forEach((part) => setTimeout(again, PAUSE, part));
