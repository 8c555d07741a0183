/** Lazily initializes a constant, so that code that never needs it does not pay for it. */
export function late<Value extends object>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
