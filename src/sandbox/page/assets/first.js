// Runs before anything is painted: the theme that was chosen, and whether the strip was read.
try {
  const theme = localStorage.getItem('theme');
  if (theme) document.documentElement.dataset.theme = theme;
  if (localStorage.getItem('strip') === 'read') document.documentElement.dataset.strip = 'read';
} catch {
  // Storage may be switched off; then the page begins as for a first visit.
}
