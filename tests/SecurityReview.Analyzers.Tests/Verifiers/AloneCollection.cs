namespace SecurityReview.Analyzers.Tests.Verifiers;

/// <summary>Tests that compare times: beside others they would compare whom the others disturbed more.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public class AloneCollection
{
    public const string Name = "alone";
}
