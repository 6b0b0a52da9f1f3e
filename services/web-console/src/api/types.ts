import type { components } from './schema';

/** A named shape of the contract. */
export type Schema<Name extends keyof components['schemas']> = components['schemas'][Name];

// The document does not say of every answer's field that it is always there; these always are.
export type Me = Required<Schema<'MeAnswer'>>;
export type TokenAnswer = Required<Schema<'TokenAnswer'>>;
export type CredentialField = Required<Schema<'CredentialField'>>;
export type Venue = Required<Omit<Schema<'VenueView'>, 'credential_fields' | 'closing' | 'note'>> &
    Pick<Schema<'VenueView'>, 'closing' | 'note'> & { credential_fields: CredentialField[] };
export type Route = Required<Schema<'RouteView'>>;
export type Strategy = Required<Omit<Schema<'StrategyView'>, 'venues'>> & { venues: Route[] };
export type Reason = Schema<'ReasonView'>;
export type Connection = Schema<'ConnectionView'>;
export type Bot = Schema<'BotView'>;
export type Submission = Schema<'SubmissionView'>;
export type SubmissionForm = Schema<'SubmissionForm'>;
export type PasteAnswer = Schema<'PasteAnswer'>;
export type Finding = Schema<'Finding'>;
export type WalletBalance = Schema<'WalletBalance'>;
export type Fault = Schema<'FaultView'>;
export type History = Schema<'HistoryView'>;
export type HistoryPoint = Schema<'Point'>;
export type Outage = Schema<'OutageView'>;
export type AssetTotal = Schema<'AssetTotal'>;
export type Holding = Schema<'Holding'>;
export type OpenSession = Schema<'SessionView'>;
export type MailWish = Schema<'MailWish'>;
export type Mail = Schema<'MailView'>;
export type AccountSummary = Schema<'AccountSummary'>;
export type SupportRequest = Schema<'SupportRequestView'>;
export type SupportRequestForm = Schema<'SupportRequestForm'>;
export type OperatorSubmission = Schema<'OperatorSubmission'>;
export type Incident = Schema<'IncidentView'>;
export type Budget = Schema<'BudgetView'>;
export type OperatorMail = Schema<'OperatorMail'>;
export type SupportMessage = Schema<'SupportMessage'>;
export type Alerts = Schema<'Alerts'>;
export type AlertWishes = Schema<'WishesRequest'>;
export type WishesView = Schema<'WishesView'>;
export type Channel = Schema<'ChannelView'>;
export type ChannelForm = Schema<'ChannelForm'>;
export type Delivery = Schema<'DeliveryView'>;
