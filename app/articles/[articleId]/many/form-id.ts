/** The id of the form to which the boxes on the cards belong. */
export const MANY_FORM = 'many-claims';
