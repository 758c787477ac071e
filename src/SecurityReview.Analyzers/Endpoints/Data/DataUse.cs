namespace SecurityReview.Analyzers.Endpoints.Data;

/// <summary>What code does with stored data.</summary>
/// <param name="Entity">The entity, table or collection; empty where only the change itself is known.</param>
/// <param name="Changes">Whether it is changed, not only read.</param>
internal sealed record DataUse(string Entity, bool Changes);
