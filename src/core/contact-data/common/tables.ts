/**
 * The shape of the word tables that the detectors of contact data read: dictionaries/number-words.yaml and
 * dictionaries/contact-words.yaml, as authored. What the words are is the dictionaries' matter.
 */
import type { Capability } from '../../services/mention.ts'

export interface DigitWords {
  readonly digit: string
  /** Words that mean nothing else in the middle of digits. */
  readonly sure: readonly string[]
  /** Words that are also particles or ordinary words: they count only between sure ones. */
  readonly weak: readonly string[]
}

/** dictionaries/number-words.yaml */
export interface NumberWords {
  readonly digits: readonly DigitWords[]
  readonly look_alikes: Readonly<Record<string, string>>
  readonly goro: Readonly<Record<string, readonly string[]>>
  readonly separators: readonly string[]
  readonly phone_cues: readonly string[]
  readonly ring_cues: readonly string[]
  readonly fax_cues: readonly string[]
  readonly other_number_cues: readonly string[]
  readonly marked_cues: readonly string[]
  readonly rung_numbers: readonly string[]
  readonly laid_things: readonly string[]
  readonly phone_denials: readonly string[]
  readonly price_units: readonly string[]
  readonly piece_cues: {
    readonly first: readonly string[]
    readonly middle: readonly string[]
    readonly last: readonly string[]
  }
  readonly each_digit: readonly string[]
  readonly plus_words: readonly string[]
  readonly minus_words: readonly string[]
  readonly reverse_words: readonly string[]
  readonly calculation_cues: readonly string[]
  readonly goro_joints: readonly string[]
  readonly goro_heads: readonly string[]
  readonly goro_cues: readonly string[]
  readonly count_units: readonly string[]
  /** sure: nothing else is put in a row; weak: also said of other things. */
  readonly row_words: SureWeak
  /** Before figures: what they measure, number or are the version of. */
  readonly counted: {
    readonly measures: readonly string[]
    readonly versions: readonly string[]
    readonly parts: readonly string[]
  }
  /** What is said of figures that lead to the writer. */
  readonly lead_words: readonly string[]
  /** Messengers that know people by their number. */
  readonly number_messengers: readonly string[]
  readonly step_words: readonly string[]
  readonly sample_cues: readonly string[]
  readonly strewn: StrewnWords
}

/** Of figures that are strewn over a list, or stand in signs. */
export interface StrewnWords {
  /** Words that ring or call. */
  readonly cues: readonly string[]
  /** Words that ask to work sums out. */
  readonly sums: readonly string[]
  /** Signs in an order that everybody knows. */
  readonly series: readonly string[]
  /** Old words for figures. */
  readonly counting: Readonly<Record<string, string>>
  readonly signs: readonly {
    readonly beside: readonly string[]
    readonly figures: Readonly<Record<string, string>>
  }[]
}

export interface SureWeak {
  readonly sure: readonly string[]
  readonly weak: readonly string[]
}

export interface MailProvider {
  readonly domain: string
  readonly words: readonly string[]
}

/** dictionaries/contact-words.yaml */
export interface ContactWords {
  readonly at: SureWeak
  readonly dot: SureWeak
  readonly slash: readonly string[]
  readonly hyphen: readonly string[]
  readonly underscore: readonly string[]
  /** Words between the parts of an address that is told part by part. */
  readonly composing_joints: readonly string[]
  /** Those of them that lead to what stands behind the name. */
  readonly composing_behind: readonly string[]
  readonly suffix_words: Readonly<Record<string, readonly string[]>>
  readonly mail_providers: readonly MailProvider[]
  readonly letters: Readonly<Record<string, readonly string[]>>
  readonly sample_domains: readonly string[]
  readonly sample_suffixes: readonly string[]
  readonly sample_locals: readonly string[]
  /** What stands behind a reserved address that is only spoken of. */
  readonly sample_names: readonly string[]
  readonly not_handles: readonly string[]
  readonly not_accounts: readonly string[]
  readonly not_tags: readonly string[]
  readonly file_suffixes: readonly string[]
  readonly not_hosts: readonly string[]
  readonly brand_hosts: readonly string[]
  readonly common_suffixes: readonly string[]
  readonly idn_suffixes: readonly string[]
  readonly app_schemes: Readonly<Record<string, string>>
  readonly remove_words: readonly string[]
  readonly join_lines: readonly string[]
  readonly remove_classes: Readonly<Record<string, readonly string[]>>
  readonly id_cues: readonly string[]
  readonly name_cues: readonly string[]
  readonly weak_name_cues: readonly string[]
  readonly name_followers: readonly string[]
  readonly id_owners: readonly string[]
  readonly login_cues: readonly string[]
  readonly id_acts: readonly string[]
  readonly lone_id_cues: readonly string[]
  readonly no_at_cues: readonly string[]
  readonly after_at_cues: readonly string[]
  readonly before_at_cues: readonly string[]
  readonly name_parts: readonly string[]
  readonly file_extensions: readonly string[]
  readonly meeting_cues: readonly string[]
  readonly bare_room_cues: readonly string[]
  readonly passcode_cues: readonly string[]
  readonly invite_cues: readonly string[]
  readonly bank_words: readonly string[]
  readonly branch_words: readonly string[]
  readonly account_words: readonly string[]
  readonly provider_products: readonly string[]
  readonly provider_tails: readonly string[]
  readonly affix_words: readonly string[]
  readonly affix_ends: readonly string[]
  readonly split_first: readonly string[]
  readonly split_last: readonly string[]
  /** What asks the reader to write or ring there, before and behind a datum. */
  readonly invitations: { readonly before: readonly string[]; readonly after: readonly string[] }
  /** Words that make a thing of a name beside them. */
  /** Parts of a page, whose ids are no account's; what one opens from it, behind a name in brackets. */
  readonly page_parts: readonly string[]
  readonly page_openers: readonly string[]
  readonly thing_words: readonly string[]
  /** Label of a host → how it is said. */
  readonly host_words: Readonly<Record<string, readonly string[]>>
  /** Host → the one word it is said in. */
  readonly spoken_hosts: Readonly<Record<string, readonly string[]>>
  /** What asks the reader to decode something. */
  readonly decode_words: readonly string[]
}

export interface DataTables {
  readonly numbers: NumberWords
  readonly words: ContactWords
}

/** What the detectors need to know of a service of dictionaries/services.yaml. */
export interface DataService {
  readonly id: string
  readonly name: string
  readonly capability: Capability
  /** Hosts it answers at, each also for its subdomains; with a path where only part of the host is meant. */
  readonly hosts: readonly string[]
  readonly aliases?: readonly string[]
  readonly weak?: readonly string[]
}
