// One question at a time: an answer belongs to the question that is on the screen, and to no other request.

/** Asks like `ask`, the next question only when the one before was answered. None is asked after its signal. */
export function oneAtATime<Question>(
  ask: (question: Question) => Promise<boolean>,
): (question: Question, signal: AbortSignal) => Promise<boolean> {
  let last: Promise<unknown> = Promise.resolve();
  return (question, signal) => {
    const answer = last.then(() => !signal.aborted && ask(question));
    last = answer.catch(() => undefined);
    return answer;
  };
}
