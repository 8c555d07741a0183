/** Maximum number of findings per rule, and of embedded documents per text: no editor shows more. */
export const mostFindings = 1000;
