/** Words of the desk. */
export const desk = {};
