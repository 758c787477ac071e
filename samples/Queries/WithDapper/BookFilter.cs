namespace Queries.WithDapper;

/// <summary>What a reader looks for.</summary>
public record BookFilter(string? Title, string? Author);
