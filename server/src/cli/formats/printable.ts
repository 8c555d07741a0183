export {
  columnsOf,
  inColumns,
  inertJson,
  inertJsonText,
  inertXmlText,
  printable,
  printableLines,
} from '../../features/printable.ts';
