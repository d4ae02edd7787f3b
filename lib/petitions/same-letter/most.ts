/** Past these nobody reads on; a matter of more letters is a mass case. */
export const mostMatches = 10;
