using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SecurityReview.Analyzers.DeleteRace;
using SecurityReview.Analyzers.Flow;
using SecurityReview.Analyzers.Sql;
using SecurityReview.Analyzers.Storage;
using SecurityReview.Analyzers.Symbols;

namespace SecurityReview.Analyzers.ContextValidation.Ownership;

/// <summary>Reads what SQL text looks up or changes: <c>SELECT … WHERE id = @id</c>, <c>UPDATE … WHERE id = @id</c>, through Dapper and ADO.NET.</summary>
internal sealed class SqlLookups(KnownTypes types)
{
    private readonly DeleteApis _readers = DeleteApis.OfReaders(types);
    private readonly DeleteApis _writers = DeleteApis.Of(types);
    private readonly TableEntities _tables = TableEntities.Of(types);
    private readonly SqlDeleteScope _keys = new(TableEntities.Of(types), EntityKeys.Of(types));
    private readonly RowTypes _rows = RowTypes.Of(types);

    /// <summary>The names of the calls that may run such text.</summary>
    public IEnumerable<string> Names => _readers.Names.Concat(_writers.Names);

    /// <summary>Whether a call may run such text, by its name.</summary>
    public bool MayBe(string method) => _readers.Knows(method) || _writers.Knows(method);

    /// <summary>The look-up that a call is; null where its text does anything else or is made elsewhere.</summary>
    public Lookup? Read(IInvocationOperation call, CancellationToken cancellation)
    {
        if (_readers.Match(call) is { } reader && StatementTexts.Of(call, reader, SqlVerb.Select, cancellation) is { } query)
            return Of(call, query.Sql, SqlVerb.Select);
        if (_writers.Match(call) is { } writer && StatementTexts.Of(call, writer, SqlVerb.Update, cancellation) is { } change)
            return Of(call, change.Sql, SqlVerb.Update);
        return null;
    }

    private Lookup? Of(IInvocationOperation call, SqlText sql, SqlVerb verb)
    {
        if (SqlRow.Read(sql, verb) is not { } row || EntityOf(call, row.Table) is not { } entity)
            return null;
        var ids = row.Equalities.Where(equality => _keys.Identify(row.Table, _tables.Find(row.Table), [equality.Column.Last]))
            .Select(equality => ValueOf(equality.Operand, call)).OfType<IOperation>().ToImmutableArray();
        if (ids.IsEmpty)
            return null;
        var conditions = ImmutableDictionary.Create<string, IOperation?>(StringComparer.OrdinalIgnoreCase);
        // Whatever else the text names in its condition may be the owner, in a join or a sub-query too.
        foreach (var column in row.Words)
            conditions = conditions.SetItem(column.Replace("_", ""), null);
        foreach (var equality in row.Equalities)
            conditions = conditions.SetItem(equality.Column.Last.Replace("_", ""), ValueOf(equality.Operand, call));
        return new Lookup(call, entity, LookupForm.Sql, ids) { Conditions = conditions, Changes = verb == SqlVerb.Update };
    }

    /// <summary>What the rows are read into, or else what the table holds.</summary>
    private ITypeSymbol? EntityOf(IInvocationOperation call, string table) =>
        _tables.Find(table) ?? _rows.Of(table)
            ?? (call.TargetMethod is { TypeArguments: { Length: 1 } arguments } && arguments[0] is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct, SpecialType: SpecialType.None } row ? row : null);

    /// <summary>The value that a placeholder stands for, in an anonymous object or among the parameters of a command.</summary>
    private static IOperation? ValueOf(SqlToken operand, IInvocationOperation call)
    {
        var name = operand.Text.TrimStart('@', ':', '$');
        if (operand.Kind is not (SqlTokenKind.Placeholder or SqlTokenKind.ServerVariable) || name.Length == 0)
            return null;
        return call.Arguments.Select(argument => InObject(argument.Value, name)).FirstOrDefault(static value => value is not null)
            ?? FunctionBody.Operations(FunctionBody.Of(call)).Select(operation => AsParameter(operation, name)).FirstOrDefault(static value => value is not null);
    }

    private static IOperation? InObject(IOperation argument, string name)
    {
        var value = ValueForm.Peel(argument);
        if (value is ILocalReferenceOperation local && SingleAssignment.ValueOf(local.Local, local) is { } assigned)
            value = assigned.Unwrap();
        return value switch
        {
            IAnonymousObjectCreationOperation members => members.Initializers.OfType<ISimpleAssignmentOperation>()
                .FirstOrDefault(item => item.Target is IPropertyReferenceOperation target && target.Property.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.Value,
            IObjectCreationOperation { Type.Name: "CommandDefinition" } command => command.Arguments.Select(item => InObject(item.Value, name)).FirstOrDefault(static item => item is not null),
            _ => null,
        };
    }

    /// <summary><c>AddWithValue("@id", id)</c>, <c>new SqliteParameter("@id", id)</c>, and helpers that take a name and a value.</summary>
    private static IOperation? AsParameter(IOperation operation, string name)
    {
        var arguments = operation switch
        {
            IInvocationOperation { TargetMethod.Name: var method } call when method.StartsWith("Add", StringComparison.Ordinal) || method.IndexOf("Param", StringComparison.Ordinal) >= 0 => call.Arguments,
            IObjectCreationOperation creation when creation.Type?.Name.EndsWith("Parameter", StringComparison.Ordinal) == true => creation.Arguments,
            _ => ImmutableArray<IArgumentOperation>.Empty,
        };
        var ordered = arguments.Where(static argument => argument.ArgumentKind == ArgumentKind.Explicit).OrderBy(static argument => argument.Parameter?.Ordinal).ToList();
        for (var i = 0; i + 1 < ordered.Count; i++)
        {
            if (ordered[i].Value.ConstantValue is { HasValue: true, Value: string text } && text.TrimStart('@', ':', '$').Equals(name, StringComparison.OrdinalIgnoreCase))
                return ordered[i + 1].Value;
        }

        return null;
    }
}
