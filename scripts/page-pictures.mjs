// `node scripts/page-pictures.mjs` scales down the images of the README for the walkthrough in the package. Needs
// Chromium.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const folder = fileURLToPath(new URL('../docs/', import.meta.url));
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
const page = await browser.newPage();
for (const name of ['problems', 'card', 'rehash']) {
  const png = readFileSync(`${folder}images/${name}.png`).toString('base64');
  const webp = await page.evaluate(smaller, `data:image/png;base64,${png}`);
  writeFileSync(`${folder}walkthrough/${name}.webp`, Buffer.from(webp.split(',')[1], 'base64'));
}
await browser.close();

/** Runs in the browser. */
async function smaller(url) {
  const image = new Image();
  image.src = url;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = 1000;
  canvas.height = Math.round((image.height * canvas.width) / image.width);
  const context = canvas.getContext('2d');
  context.imageSmoothingQuality = 'high';
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL('image/webp', 0.2);
}
