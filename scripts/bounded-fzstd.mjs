import { readFileSync } from 'node:fs';

/** Where fzstd begins to copy what one sequence of a block says. */
const copying = 'for (var i = 0; i < ll; ++i) {';
const bounded = `if (oubt + ll + ml > buf.length) err(0); ${copying}`;

/**
 * A sequence may ask for 128 KiB, and a block of 20 bytes for 98,047 sequences. fzstd copies all of it, mostly to where there
 * is nothing: minutes for each such block. No block may unpack to more than its buffer holds (RFC 8878, 3.1.1.2.4), so the
 * first sequence beyond that ends it, as it does in other decoders.
 */
export const boundedFzstd = {
  name: 'bounded-fzstd',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]fzstd[\\/]esm[\\/]index\.mjs$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8');
      if (text.split(copying).length !== 2)
        throw new Error(`${path} is not the fzstd that scripts/bounded-fzstd.mjs knows`);
      return { contents: text.replace(copying, bounded), loader: 'js' };
    });
  },
};
