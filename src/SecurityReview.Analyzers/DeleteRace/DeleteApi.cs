namespace SecurityReview.Analyzers.DeleteRace;

/// <summary>One method that can delete rows and tells how many there were.</summary>
/// <param name="Type">The metadata name of the type that declares it, or of an ancestor whose implementations count too.</param>
/// <param name="Method">The name of the method; its variant with the suffix Async counts too.</param>
/// <param name="TargetKind">Where it says which rows.</param>
/// <param name="Target">The name of the parameter that says it; empty where it is the receiver.</param>
/// <param name="Arguments">The name of the parameter with the values; a sequence there runs the statement for each of its elements. Empty if none.</param>
internal sealed record DeleteApi(string Type, string Method, DeleteTargetKind TargetKind, string Target = "", string Arguments = "");
