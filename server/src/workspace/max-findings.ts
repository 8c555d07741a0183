/** Maximum number of findings per rule, and of embedded documents per text: no editor shows more. */
export const maxFindings = 1000;
