namespace SecurityReview.Analyzers.DeleteRace.CheckThenAct;

/// <summary>What a check says when an act is reached.</summary>
/// <param name="IsThere">Whether the thing was found.</param>
/// <param name="RefusesOtherwise">Whether the other answer turns the caller away.</param>
internal readonly record struct CheckAnswer(bool IsThere, bool RefusesOtherwise);
