const PASSED_ON = ['PATH', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot'];

/**
 * The environment of a child process that reads what others wrote: what Node needs to start, and none
 * of the desk's secrets.
 *
 * @returns {NodeJS.ProcessEnv}
 */
export const childEnvironment = () => ({
  NODE_ENV: 'production',
  ...Object.fromEntries(
    PASSED_ON.flatMap((key) => (process.env[key] ? [[key, process.env[key]]] : [])),
  ),
});
