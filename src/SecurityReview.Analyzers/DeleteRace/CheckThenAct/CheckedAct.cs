namespace SecurityReview.Analyzers.DeleteRace.CheckThenAct;

/// <summary>An act and the check that it relies on.</summary>
internal sealed record CheckedAct(ExistenceCheck Check, StoreAct Act);
