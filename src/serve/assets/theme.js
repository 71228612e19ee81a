// Before anything is shown: that there is script, and the theme that was chosen, so that no page flashes in the other.
document.documentElement.classList.add('scripted');
{
  const kept = localStorage.getItem('onrecord-theme');
  if (kept === 'paper' || kept === 'night') document.documentElement.dataset.theme = kept;
}
