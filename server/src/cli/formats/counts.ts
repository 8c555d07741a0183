import { grouped } from '../../oci/grouped.ts';

/** "1 error", "2 errors" */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${grouped(count)} ${count === 1 ? one : many}`;
}
