/** What a finding names as its rule that no rule has found, but a second opinion. In a file that brings no schema. */
export const OPINION_RULE = 'second-opinion/reader'
