using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Bodies;
using SecurityReview.Analyzers.Flow;
using SecurityReview.Analyzers.Symbols;
using SecurityReview.Analyzers.Taint.Names;

namespace SecurityReview.Analyzers.DeleteRace.OneTime;

/// <summary>Recognises writes and deletes by which a one-time credential is used up.</summary>
internal sealed class Consumptions(KnownTypes types)
{
    private static readonly HashSet<string> s_removals = new(StringComparer.Ordinal)
    {
        "Remove", "RemoveAsync", "TryRemove", "KeyDelete", "KeyDeleteAsync", "ExecuteUpdate", "ExecuteUpdateAsync",
    };

    private static readonly HashSet<string> s_methods = new(StringComparer.Ordinal) { "Use", "MarkUsed", "MarkAsUsed", "Redeem", "Consume", "Accept", "Claim", "Spend", "Invalidate", "MarkAsRedeemed", "MarkAsConsumed" };

    private readonly TrackedStores _stores = TrackedStores.Of(types);
    private readonly DeleteApis _apis = DeleteApis.Of(types);
    private readonly DeleteReader _deletes = DeleteReader.Of(types);
    private readonly ConsumedEntries _entries = new(types);

    /// <summary>The words without one of which a body has no consumption.</summary>
    public BodyWords Words => BodyWords.OfCalls(s_removals.Concat(s_methods).Concat(_apis.Names)).OrLike(types, ConsumedMarks.MayBe, WordUse.Assigned);

    /// <summary>Whether the name of an operation is one of a consumption: the price that all other operations pay.</summary>
    public bool MayBe(IOperation operation) => operation switch
    {
        IInvocationOperation { TargetMethod.Name: var name } => s_removals.Contains(name) || s_methods.Contains(name) || _apis.Knows(name),
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: { IsIndexer: false, Name: var name } } } => ConsumedMarks.MayBe(name),
        _ => false,
    };

    /// <summary>The consumption that an operation is; null for every other one.</summary>
    public Consumption? Read(IOperation operation, CredentialVocabulary vocabulary, CancellationToken cancellation) => operation switch
    {
        ISimpleAssignmentOperation assignment => OfAssignment(assignment, vocabulary),
        IInvocationOperation call => OfRemoval(call, vocabulary) ?? OfMethod(call, vocabulary, cancellation) ?? OfUpdate(call, vocabulary) ?? _entries.Read(call) ?? OfStatement(call, vocabulary, cancellation),
        _ => null,
    };

    private static Consumption? OfAssignment(ISimpleAssignmentOperation assignment, CredentialVocabulary vocabulary) =>
        assignment.Target is IPropertyReferenceOperation { Property.Name: var member, Instance: ILocalReferenceOperation { Local: var local, Type: { } type } }
        && ConsumedMarks.Marks(member, assignment.Value, type.Name, vocabulary.Contains(type))
            ? new Consumption(assignment, ConsumptionKind.Mark, type.Name) { Entity = type, Object = local, Mark = member }
            : null;

    private Consumption? OfRemoval(IInvocationOperation call, CredentialVocabulary vocabulary) =>
        _stores.RemovedBy(call)?.Unwrap() is ILocalReferenceOperation { Local: var local, Type: { } type } && vocabulary.Contains(type)
            ? new Consumption(call, ConsumptionKind.TrackedRemoval, type.Name) { Entity = type, Object = local }
            : null;

    /// <summary><c>coupon.Redeem(customer)</c>: a method of the credential that marks it.</summary>
    private static Consumption? OfMethod(IInvocationOperation call, CredentialVocabulary vocabulary, CancellationToken cancellation)
    {
        if (!s_methods.Contains(call.TargetMethod.Name) || call.Instance is not ILocalReferenceOperation { Local: var local, Type: { } type } || call.TargetMethod.DeclaringSyntaxReferences.Length != 1)
            return null;
        var isCredential = vocabulary.Contains(type);
        return call.TargetMethod.DeclaringSyntaxReferences[0].GetSyntax(cancellation).DescendantNodes().OfType<AssignmentExpressionSyntax>()
            .Any(assignment => assignment.Left is IdentifierNameSyntax { Identifier.ValueText: var member } && ConsumedMarks.Marks(member, null, type.Name, isCredential))
            ? new Consumption(call, ConsumptionKind.Mark, type.Name) { Entity = type, Object = local }
            : null;
    }

    /// <summary><c>db.Tokens.Where(…).ExecuteUpdate(s => s.SetProperty(t => t.Used, true))</c>.</summary>
    private static Consumption? OfUpdate(IInvocationOperation call, CredentialVocabulary vocabulary)
    {
        if (call.TargetMethod.Name is not ("ExecuteUpdate" or "ExecuteUpdateAsync") || call.TargetMethod.TypeArguments.FirstOrDefault() is not { } entity || call.Receiver() is not { } query)
            return null;
        var isCredential = vocabulary.Contains(entity);
        foreach (var setter in call.Arguments.SelectMany(static argument => argument.Value.DescendantsAndSelf()).OfType<IInvocationOperation>().Where(static inner => inner.TargetMethod.Name == "SetProperty"))
        {
            var values = setter.Arguments.Where(argument => !ReferenceEquals(argument.Value, setter.Receiver())).ToList();
            if (values.Count != 2 || values[0].Value.DescendantsAndSelf().OfType<IPropertyReferenceOperation>().FirstOrDefault() is not { Property.Name: var member })
                continue;
            if (ConsumedMarks.Marks(member, values[1].Value, entity.Name, isCredential))
                return new Consumption(call, ConsumptionKind.Update, entity.Name) { Entity = entity, Mark = member, IsConditional = AsksForMark(query) };
        }

        return null;
    }

    private static bool AsksForMark(IOperation query)
    {
        var source = query.Unwrap() is ILocalReferenceOperation local && SingleAssignment.ValueOf(local.Local, local) is { } assigned ? assigned : query;
        return source.DescendantsAndSelf().OfType<IPropertyReferenceOperation>().Any(static property => ConsumedMarks.MayBe(property.Property.Name));
    }

    /// <summary>A delete of one row, or SQL text that marks it.</summary>
    private Consumption? OfStatement(IInvocationOperation call, CredentialVocabulary vocabulary, CancellationToken cancellation)
    {
        if (_apis.Match(call) is not { } api)
            return null;
        if (_deletes.Read(call, cancellation) is { } scope)
        {
            var isCredential = scope.Entity is { } entity ? vocabulary.Contains(entity) : vocabulary.Contains(scope.Target);
            return isCredential && (scope.IsSingleRow || scope.Values.Keys.Any(NamesValue))
                ? new Consumption(call, ConsumptionKind.Delete, scope.Target) { Entity = scope.Entity, Table = scope.Table }
                : null;
        }

        return StatementTexts.Of(call, api, Sql.SqlVerb.Update, cancellation) is { } statement && SqlMarks.Read(statement, vocabulary) is { } marks
            ? new Consumption(call, ConsumptionKind.Update, marks.Table) { Table = marks.Table, Mark = marks.Column, IsConditional = marks.IsConditional }
            : null;
    }

    /// <summary>Whether a member holds what the user presents.</summary>
    private static bool NamesValue(string member) => member is "Value" or "value" || CredentialNames.Suggest(member) || CredentialNames.Tell(member);
}
