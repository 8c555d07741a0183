export {
  columnsOf,
  inColumns,
  inertJson,
  printable,
  printableLines,
  withoutCommands,
} from '../../features/printable.ts';
