namespace SecurityReview.Analyzers.DeleteRace;

/// <summary>What a delete deletes.</summary>
/// <param name="Target">The entity or table, for messages.</param>
/// <param name="IsSingleRow">Whether it is the one row with a key; other deletes may well find nothing.</param>
/// <param name="Table">The table, where SQL text names one.</param>
internal sealed record DeleteScope(string Target, bool IsSingleRow, string? Table = null);
