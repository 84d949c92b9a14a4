/** Runs the work once, a moment after the last of several calls. What it throws goes to `failed`. */
export function soon(milliseconds, work, failed) {
  let waiting;
  return () => {
    clearTimeout(waiting);
    waiting = setTimeout(async () => {
      try {
        await work();
      } catch (failure) {
        failed(failure.message);
      }
    }, milliseconds);
  };
}
