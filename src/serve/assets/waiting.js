// What is being found is shown as soon as it is there: its data is answered then, and not before.
const found = document.querySelector('link[rel="alternate"][type="application/json"]')?.getAttribute('href');
if (document.querySelector('[data-waiting]') !== null && found)
  fetch(found).then(
    ({ ok }) => ok && location.reload(),
    () => {},
  );
