/** Of each rule, and of documents in one text: no editor shows more, and nobody reads so many. */
export const mostFindings = 1000;
