/** A text as one searches it: without accents and capitals. @param {string} s */
export const plain = (s) => s.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase();
