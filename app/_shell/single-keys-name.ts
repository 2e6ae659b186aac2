/** Under this name a browser remembers whether single keys are "off". */
export const singleKeysName = "crossdocket.single-keys";
