/** Words of the widget. */
export const widget = {};
