/** The version of this package: every copy on a page tells its own. A test holds it equal to `package.json`. */
export const version = "0.1.0";
