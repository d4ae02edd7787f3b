// Letters of the single-byte fonts of the nineties, read as what they are in Unicode.
const tcvn3 = /[¸µ¶·¹¾»¼½ÆÇÈÉË§®¬]/g;
const vni = /[aeouyAEOUY][äåâøûõïáàãùÄÅÂØÛÕÏÁÀÃÙ]|[ñÑ](?=[aeiouöô])/g;
const vietnamese = /[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệịỉọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/gi;

/** Whether a text was written for a font of the nineties (TCVN3, VNI) and not in Unicode. */
export function isLegacyVietnamese(text: string): boolean {
  const legacy = (text.match(tcvn3)?.length ?? 0) + (text.match(vni)?.length ?? 0);
  return legacy >= 5 && legacy > (text.match(vietnamese)?.length ?? 0);
}
