using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.Sql;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.Endpoints.Data;

/// <summary>What a single operation does with stored data.</summary>
internal sealed class StoreCalls(KnownTypes types)
{
    /// <summary>Calls that change what they are called on.</summary>
    private static readonly HashSet<string> s_changes = new(StringComparer.Ordinal)
    {
        "Add", "AddRange", "Update", "UpdateRange", "Remove", "RemoveRange", "RemoveAt", "RemoveAll", "Attach", "AttachRange", "ExecuteDelete", "ExecuteUpdate", "TryAdd", "TryRemove", "TryUpdate", "AddOrUpdate",
        "GetOrAdd", "Insert", "Clear", "Enqueue", "Push", "Dequeue", "TryDequeue", "Pop", "Set",
    };

    /// <summary>Words that begin the name of a method which changes something, where its code is not at hand.</summary>
    private static readonly HashSet<string> s_verbs = new(StringComparer.Ordinal)
    {
        "Create", "Add", "Insert", "Update", "Upsert", "Delete", "Remove", "Save", "Store", "Persist", "Replace", "Write", "Set", "Put", "Post", "Publish", "Approve", "Cancel", "Place", "Submit", "Transfer",
        "Assign", "Archive", "Close", "Import", "Execute", "Increment", "Append", "Upload", "Rename", "Move", "Purge", "Clear", "Reset", "Revoke", "Grant", "Enable", "Disable", "Register", "Complete",
    };

    private static readonly Dictionary<SqlVerb, string> s_tableWords = new()
    {
        [SqlVerb.Select] = "FROM", [SqlVerb.Insert] = "INTO", [SqlVerb.Update] = "UPDATE", [SqlVerb.Delete] = "FROM", [SqlVerb.Merge] = "INTO", [SqlVerb.Replace] = "INTO",
    };

    /// <summary>What <c>SaveChanges</c> is: a change of what was loaded before.</summary>
    public static DataUse Save { get; } = new("", Changes: true);

    /// <summary>The use that an operation is; null where it is none.</summary>
    public DataUse? Read(IOperation operation) => operation switch
    {
        IInvocationOperation call => OfCall(call),
        IPropertyReferenceOperation { Property.Type: { } type } property when SetElement(type) is { } entity => new DataUse(entity, ChangesIt(property)),
        ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } kept } } when IsKept(kept) => new DataUse(ElementOf(kept), Changes: true),
        ILiteralOperation { ConstantValue: { HasValue: true, Value: string text } } => OfSql(text),
        IInterpolatedStringOperation interpolated => OfSql(string.Concat(interpolated.Parts.Select(static part => part is IInterpolatedStringTextOperation { Text.ConstantValue.Value: string piece } ? piece : "x"))),
        _ => null,
    };

    private DataUse? OfCall(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        var name = WithoutAsync(method.Name);
        if (name == "SaveChanges")
            return Save;
        if (name == "ExecuteNonQuery" || name.StartsWith("ExecuteSql", StringComparison.Ordinal))
            return Save;
        if (SetElement(call.Type) is { } element)
            return new DataUse(element, ChangesIt(call));
        if (call.Instance is { Type: { } receiver } instance)
        {
            if (receiver.IsOrInherits(types["Microsoft.EntityFrameworkCore.DbContext"]) && s_changes.Contains(name) && call.Arguments.FirstOrDefault()?.Value.Unwrap().Type is { } entity)
                return new DataUse(entity.Name, Changes: true);
            if (s_changes.Contains(name) && IsKept(instance))
                return new DataUse(ElementOf(instance), Changes: true);
        }

        return IsOfOthers(method) && NameWords.Of(name) is { IsEmpty: false } words && s_verbs.Contains(words[0]) ? Save : null;
    }

    /// <summary>The element of a set of Entity Framework.</summary>
    private string? SetElement(ITypeSymbol? type) =>
        type is INamedTypeSymbol { Arity: 1 } named && types["Microsoft.EntityFrameworkCore.DbSet`1"] is { } set && SymbolEqualityComparer.Default.Equals(named.OriginalDefinition, set)
            ? named.TypeArguments[0].Name
            : null;

    /// <summary>Whether a call in the chain behind a set changes it.</summary>
    private static bool ChangesIt(IOperation set)
    {
        for (var current = set; current.Parent is IInvocationOperation or IArgumentOperation or IConversionOperation; current = current.Parent)
        {
            if (current.Parent is IInvocationOperation call && ReferenceEquals(call.Receiver()?.Unwrap(), current is IArgumentOperation argument ? argument.Value.Unwrap() : current)
                && s_changes.Contains(WithoutAsync(call.TargetMethod.Name)))
            {
                return true;
            }
        }

        return false;
    }

    private static DataUse? OfSql(string text)
    {
        if (text.Length < 12 || SqlStatementReader.Read(text) is not { IsEmpty: false } statements || !s_tableWords.TryGetValue(statements[0].Verb, out var word) || !IsStart(text))
            return null;
        var tokens = statements[0].Tokens;
        for (var i = 0; i + 1 < tokens.Length; i++)
        {
            if (tokens[i].Is(word))
                return new DataUse(tokens[i + 1].Content, statements[0].Verb != SqlVerb.Select);
        }

        return null;
    }

    /// <summary>Prose begins with such words too, but not in the way of a statement.</summary>
    private static bool IsStart(string text) => text.IndexOf(' ') > 0 && (text.Contains("FROM") || text.Contains("from ") || text.Contains("INTO") || text.Contains("into ") || text.Contains("SET") || text.Contains("set "));

    /// <summary>Whether a value outlives the call: a member, or what the container gave.</summary>
    private static bool IsKept(IOperation instance) => instance.Unwrap() switch
    {
        IFieldReferenceOperation field => IsCollection(field.Type),
        IPropertyReferenceOperation { Instance: null or IInstanceReferenceOperation } property => IsCollection(property.Type),
        IParameterReferenceOperation parameter => parameter.Parameter.IsPrimary() && IsCollection(parameter.Type),
        _ => false,
    };

    private static bool IsCollection(ITypeSymbol? type) =>
        type is INamedTypeSymbol { Arity: > 0 } named && named.ContainingNamespace?.ToDisplayString() is "System.Collections.Generic" or "System.Collections.Concurrent";

    private static string ElementOf(IOperation kept) => kept.Type is INamedTypeSymbol { Arity: > 0 } named ? named.TypeArguments[named.Arity - 1].Name : "";

    /// <summary>A method of a library or of an interface that nothing here implements, and not of the framework, whose names are known.</summary>
    private bool IsOfOthers(IMethodSymbol method) =>
        !IsOfFramework(method.ContainingType) && (!method.HasSource() || (method.IsAbstract && !Implementations.Of(method.OriginalDefinition, types.Compilation, CancellationToken.None).Any()));

    private static bool IsOfFramework(ITypeSymbol type) =>
        type.ContainingNamespace is { IsGlobalNamespace: false } space && space.ToDisplayString() is var name &&
        (name.StartsWith("System", StringComparison.Ordinal) || name.StartsWith("Microsoft", StringComparison.Ordinal) || name.StartsWith("Grpc", StringComparison.Ordinal) || name.StartsWith("Google", StringComparison.Ordinal));

    private static string WithoutAsync(string name) => name.EndsWith("Async", StringComparison.Ordinal) ? name.Substring(0, name.Length - "Async".Length) : name;
}
