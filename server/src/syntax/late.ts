/** A constant that is made when it is first asked for, so that nobody waits for it who does not. */
export function late<Value extends object>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
