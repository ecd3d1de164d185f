// Draws income and spending by month from the table beside the picture.

const style = getComputedStyle(document.documentElement);
const ACCENT = style.getPropertyValue('--accent').trim();
const GREY = '#8a94a0';
const LINE = style.getPropertyValue('--line').trim();
const INK = style.getPropertyValue('--soft').trim();

function draw(canvas) {
  const table = document.getElementById(canvas.dataset.months);
  const scale = 10 ** Number(table.dataset.decimals);
  const heads = [...table.tHead.rows[0].cells].map((cell) => cell.textContent.trim());
  // The table has the latest month on top, the picture has it on the right.
  const rows = [...table.tBodies[0].rows].reverse();
  const axis = new Intl.NumberFormat(document.documentElement.lang, { notation: 'compact' });
  // Floating point is good enough for the height of a bar; what people read comes from the table.
  const bars = (label, key, cell, color) => ({
    label,
    data: rows.map((row) => Number(row.dataset[key]) / scale),
    exact: rows.map((row) => row.cells[cell].textContent.trim()),
    backgroundColor: color,
    maxBarThickness: 26,
  });
  new Chart(canvas, {
    type: 'bar',
    data: {
      labels: rows.map((row) => row.cells[0].textContent.trim()),
      datasets: [bars(heads[1], 'income', 1, ACCENT), bars(heads[2], 'spending', 2, GREY)],
    },
    options: {
      responsive: true,
      maintainAspectRatio: false,
      animation: false,
      interaction: { mode: 'index', intersect: false },
      font: { family: getComputedStyle(document.body).fontFamily },
      scales: {
        x: { grid: { display: false }, ticks: { color: INK, maxRotation: 0, autoSkipPadding: 12 } },
        y: { beginAtZero: true, grid: { color: LINE }, border: { display: false }, ticks: { color: INK, maxTicksLimit: 6, callback: (value) => axis.format(value) } },
      },
      plugins: {
        legend: { position: 'top', align: 'start', labels: { color: INK, boxWidth: 14, boxHeight: 14 } },
        tooltip: { callbacks: { label: (item) => `${item.dataset.label}  ${item.dataset.exact[item.dataIndex]}` } },
      },
    },
  });
}

document.querySelectorAll('canvas[data-months]').forEach(draw);
