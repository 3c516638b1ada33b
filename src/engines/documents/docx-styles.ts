import { LineRuleType } from 'docx'

/** The colour of text, as Word writes it. */
export const ink = '1B2430'

const fonts = { ascii: 'Calibri', hAnsi: 'Calibri', cs: 'Arial', eastAsia: 'Microsoft YaHei' }
const headingFonts = { ascii: 'Georgia', hAnsi: 'Georgia', cs: 'Arial', eastAsia: 'Microsoft YaHei' }

const headingStyle = (size: number) => ({
  run: { font: headingFonts, size, bold: true, boldComplexScript: true, sizeComplexScript: size, color: ink },
  paragraph: { spacing: { before: 320, after: 140 }, keepNext: true },
})

/** Sizes and faces of a Word document; half-points, and a set of its own for Arabic. */
export const docxStyles = {
  default: {
    document: {
      run: { font: fonts, size: 22, sizeComplexScript: 24, color: ink },
      paragraph: { spacing: { after: 140, line: 290, lineRule: LineRuleType.AUTO } },
    },
    title: {
      run: { font: headingFonts, size: 48, bold: true, boldComplexScript: true, sizeComplexScript: 48, color: ink },
      paragraph: { spacing: { after: 120 } },
    },
    heading1: headingStyle(34),
    heading2: headingStyle(28),
    heading3: headingStyle(24),
  },
  paragraphStyles: [
    {
      id: 'Cell',
      name: 'Cell',
      basedOn: 'Normal',
      run: { size: 19, sizeComplexScript: 21 },
      paragraph: { spacing: { after: 0, line: 250 } },
    },
    {
      id: 'Caption',
      name: 'caption',
      basedOn: 'Normal',
      run: { bold: true, boldComplexScript: true, size: 20, sizeComplexScript: 22, color: ink },
      paragraph: { spacing: { before: 200, after: 80 } },
    },
  ],
}
