// A button beside words to cite puts them on the clipboard.
for (const button of document.querySelectorAll('button[data-copy]'))
  button.addEventListener('click', async () => {
    const words = document.getElementById(button.dataset.copy)?.textContent ?? '';
    const before = button.textContent;
    button.textContent = await navigator.clipboard.writeText(words).then(
      () => 'copied',
      () => 'select and copy by hand',
    );
    setTimeout(() => {
      button.textContent = before;
    }, 2000);
  });
