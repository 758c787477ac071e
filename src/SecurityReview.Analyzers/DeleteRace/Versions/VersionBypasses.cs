using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Bodies;
using SecurityReview.Analyzers.Flow;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.DeleteRace.Versions;

/// <summary>Recognises writes and deletes that bypass optimistic concurrency.</summary>
internal sealed class VersionBypasses(KnownTypes types)
{
    private static readonly string[] s_versions = ["Version", "RowVersion", "Timestamp", "ConcurrencyStamp", "ETag", "Xmin"];

    private readonly VersionedWrites _writes = VersionedWrites.Of(types);
    private readonly DeleteReader _deletes = DeleteReader.Of(types);
    private readonly ConcurrencyTokens _tokens = ConcurrencyTokens.Of(types);

    /// <summary>The words without one of which a body writes nothing that has a version.</summary>
    public BodyWords Words => BodyWords.OfCalls(_writes.Names.Concat(_deletes.Names));

    /// <summary>What a call bypasses; null where it does not.</summary>
    public VersionBypass? Of(IInvocationOperation call, CancellationToken cancellation) =>
        _writes.Match(call) is { } write ? OfWrite(call, write) : _deletes.Read(call, cancellation) is { IsSingleRow: true } scope ? OfRow(call, scope) : null;

    private static VersionBypass? OfWrite(IInvocationOperation call, VersionedWrite write)
    {
        var read = VersionReads.Before(call, write);
        if (AnyVersion(call) is { } any)
        {
            // A delete by key alone of what nobody has read has no version to compare.
            var entity = call.Arguments.SelectMany(static argument => argument.Value.DescendantsAndSelf()).OfType<ILocalReferenceOperation>()
                .FirstOrDefault(static value => VersionReads.MemberOf(value.Local.Type) is not null)?.Local;
            return read is null && write.IsDelete && entity is null && any != "SkipVersionCheck"
                ? null
                : new VersionBypass($"'{any}'", "hand over the version that was read") { Read = read, Version = VersionOf(entity, read), Place = write.Condition };
        }

        if (read is null || HasCondition(call, write) || (write.IsDelete && !VersionReads.Decide(read, call)))
            return null;
        if (write.Method == "Upload" && call.ArgumentFor("overwrite")?.Value.ConstantValue is not { HasValue: true, Value: true })
            return null;
        return new VersionBypass("the version that was read", "hand it over")
        {
            Read = read,
            Version = VersionOf(null, read),
            Place = write.Condition,
        };
    }

    private static string? VersionOf(ILocalSymbol? entity, IInvocationOperation? read) =>
        (entity is null ? null : VersionReads.VersionIn(entity)) ?? (read is not null && VersionReads.LocalOf(read) is { } local ? VersionReads.VersionIn(local) : null);

    /// <summary><c>ETag.All</c>, <c>new ETag("*")</c>, <c>IfMatchEtag = "*"</c>, <c>SkipVersionCheck = true</c> among the arguments.</summary>
    private static string? AnyVersion(IInvocationOperation call)
    {
        foreach (var operation in call.Arguments.Where(static argument => argument.ArgumentKind == ArgumentKind.Explicit).SelectMany(static argument => argument.Value.DescendantsAndSelf()))
        {
            switch (operation)
            {
                case IFieldReferenceOperation { Field: { Name: "All", ContainingType.Name: "ETag" } }:
                case IObjectCreationOperation { Type.Name: "ETag", Arguments: { Length: 1 } arguments } when arguments[0].Value.ConstantValue is { HasValue: true, Value: "*" }:
                    return "ETag.All";
                case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: "IfMatchEtag" }, Value.ConstantValue: { HasValue: true, Value: "*" } }:
                    return "*";
                case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: "SkipVersionCheck" }, Value: var value } when value.Unwrap().ConstantValue is { HasValue: true, Value: true }:
                    return "SkipVersionCheck";
            }
        }

        return null;
    }

    private static bool HasCondition(IInvocationOperation call, VersionedWrite write) =>
        call.Arguments.Any(argument => argument.ArgumentKind == ArgumentKind.Explicit && argument.Value.Unwrap() is var value
            && (argument.Parameter?.Name == write.Condition || argument.Parameter?.Name == "options") && value is not IDefaultValueOperation and not { ConstantValue: { HasValue: true, Value: null } });

    /// <summary>A row with a version that SQL text deletes without it, or a query after it was loaded.</summary>
    private VersionBypass? OfRow(IInvocationOperation call, DeleteScope scope)
    {
        if (scope.Entity is not { } entity || !_tokens.IsKnown(entity))
            return null;
        var member = _tokens.MemberOf(entity)?.Name ?? VersionReads.MemberOf(entity);
        if (scope.Values.Keys.Any(key => s_versions.Contains(key, StringComparer.OrdinalIgnoreCase) || string.Equals(key.Replace("_", ""), member, StringComparison.OrdinalIgnoreCase)))
            return null;
        var loaded = FunctionBody.Operations(FunctionBody.Of(call)).OfType<IVariableDeclaratorOperation>()
            .FirstOrDefault(declarator => declarator.Syntax.SpanStart < call.Syntax.SpanStart && SymbolEqualityComparer.Default.Equals(declarator.Symbol.Type, entity) && Loads(declarator));
        if (scope.Table is null && loaded is null)
            return null;
        return new VersionBypass($"the version of '{entity.Name}'", "compare the version that was read as well")
        {
            Read = loaded,
            Version = loaded is not null && scope.Table is null && member is not null ? $"{loaded.Symbol.Name}.{member}" : null,
            Place = member,
        };
    }

    private static bool Loads(IVariableDeclaratorOperation declarator) =>
        declarator.GetVariableInitializer() is { Value: var value } && ValueForm.Peel(value) is IInvocationOperation;
}
