// Turbo makes the pages smoother; every one of them works without it.

// The moment it is loaded, Turbo puts a style element for its progress bar into the head. Our content security
// policy forbids that, so the element is turned away here instead of being reported by the browser.
const { head } = document;
head.insertBefore = (node, reference) =>
  node.nodeName === 'STYLE' ? node : Node.prototype.insertBefore.call(head, node, reference);
const { config } = await import('./turbo.js');
delete head.insertBefore;

// The longest time a browser can wait for: the bar never shows.
config.drive.progressBarDelay = 2 ** 31 - 1;

// A link inside the page moves the focus, as in a browser without Turbo, and leaves "back" to the page before:
// a form that came back with mistakes would be lost there.
document.addEventListener('turbo:click', (event) => {
  const address = event.target.getAttribute('href') ?? '';
  const goal = address.startsWith('#') && document.getElementById(address.slice(1));
  if (!goal) return;
  event.preventDefault();
  event.detail.originalEvent.preventDefault();
  goal.focus();
});

// Browsers tell a screen reader that a new page has come; after Turbo's exchange its heading does.
document.addEventListener('turbo:render', () => {
  const heading = document.querySelector('h1');
  if (!heading || location.hash || document.querySelector('[autofocus]')) return;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
});
