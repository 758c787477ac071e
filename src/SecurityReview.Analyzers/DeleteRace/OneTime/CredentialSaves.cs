using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Flow;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.DeleteRace.OneTime;

/// <summary>Finds where a changed credential is written.</summary>
internal sealed class CredentialSaves(KnownTypes types)
{
    private static readonly HashSet<string> s_saves = new(StringComparer.Ordinal)
    {
        "Save", "SaveAsync", "Commit", "CommitAsync", "Complete", "CompleteAsync", "SaveChanges", "SaveChangesAsync", "SaveEntitiesAsync",
    };

    private static readonly HashSet<string> s_verbs = new(StringComparer.Ordinal) { "Update", "Save", "Replace", "Upsert", "Store", "Put", "Merge", "Modify" };

    private readonly TrackedStores _stores = TrackedStores.Of(types);

    /// <summary>The call that writes it; null where the function leaves that to somebody else.</summary>
    public IInvocationOperation? After(Consumption consumption) =>
        FunctionBody.Operations(FunctionBody.Of(consumption.Act)).OfType<IInvocationOperation>()
            .FirstOrDefault(call => call.Syntax.SpanStart > consumption.Act.Syntax.SpanStart && (_stores.IsSave(call) || s_saves.Contains(call.TargetMethod.Name) || (Takes(call, consumption) && !_stores.IsStore(call.Instance?.Type))));

    /// <summary>Whether the call fails, or tells, where another one was faster: it is given a version, or its own answer is read.</summary>
    public bool IsVersioned(IInvocationOperation save, ISymbol member)
    {
        if (_stores.IsSave(save) || s_saves.Contains(save.TargetMethod.Name))
            return false;
        if (!save.TargetMethod.ReturnsVoid && save.TargetMethod.ReturnType.UnwrapTask().SpecialType is SpecialType.System_Boolean or SpecialType.System_Int32 && !IgnoredResult.Is(save, member))
            return true;
        return save.Arguments.SelectMany(static argument => argument.Value.DescendantsAndSelf()).Any(static operation =>
            operation is IMemberReferenceOperation { Member: { IsStatic: false, Name: var name } } && name is "ETag" or "Etag" or "IfMatch" or "IfMatchEtag" or "Version" or "RowVersion");
    }

    private static bool Takes(IInvocationOperation call, Consumption consumption) =>
        NameWords.Of(call.TargetMethod.Name).FirstOrDefault() is { } verb && s_verbs.Contains(verb)
        && call.Arguments.Any(argument => argument.Value.Unwrap() is ILocalReferenceOperation local && SymbolEqualityComparer.Default.Equals(local.Local, consumption.Object));
}
