using Microsoft.Data.SqlClient;

namespace Shop.Api.Controllers;

public enum OrderState { Open, Paid, Shipped }
public enum SortDirection { Asc, Desc }

public class OrderFilter
{
    public string Customer { get; set; }
    public string Sort { get; set; }
    public string Direction { get; set; }
    public int Page { get; set; }
    public int? Size { get; set; }
    public DateTime? From { get; set; }
    public Guid Tenant { get; set; }
    public OrderState State { get; set; }
    public List<int> Ids { get; set; }
    public List<string> Names { get; set; }
}

public class OrderDto { public int Id { get; set; } public string Customer { get; set; } public decimal Total { get; set; } }

public class DbTables
{
    public const string Orders = "dbo.Orders";
    public static readonly string Archive = "dbo.OrdersArchive";
    public string Schema { get; } = "sales";
}

[ApiController]
[Route("api/orders")]
public class OrdersController : ControllerBase
{
    private static readonly HashSet<string> SortColumns = new(StringComparer.OrdinalIgnoreCase) { "Id", "Total", "CreatedAt" };
    private static readonly Dictionary<string, string> SortMap = new() { ["name"] = "CustomerName", ["date"] = "CreatedAt" };
    private const string BaseSql = "SELECT Id, Customer, Total FROM dbo.Orders";
    private readonly IConfiguration _config;
    private readonly ILogger<OrdersController> _log;
    private readonly DbTables _tables = new();

    public OrdersController(IConfiguration config, ILogger<OrdersController> log) { _config = config; _log = log; }

    private SqlConnection Open() { var c = new SqlConnection(_config.GetConnectionString("Default")); c.Open(); return c; }

    [HttpGet("by-customer/{name}")]
    public async Task<IActionResult> ByCustomer(string name)
    {
        using var conn = Open();
        var rows = await conn.QueryAsync<OrderDto>($"SELECT * FROM Orders WHERE Customer = '{name}'"); // expect SECR1001
        return Ok(rows);
    }

    [HttpGet("by-customer2/{name}")]
    public async Task<IActionResult> ByCustomerSafe(string name)
    {
        using var conn = Open();
        return Ok(await conn.QueryAsync<OrderDto>("SELECT * FROM Orders WHERE Customer = @name", new { name }));
    }

    [HttpGet("search")]
    public IActionResult Search([FromQuery] OrderFilter f)
    {
        using (SqlConnection conn = Open())
        {
            string sql = BaseSql + " WHERE 1 = 1";
            if (!string.IsNullOrEmpty(f.Customer))
            {
                sql += " AND Customer LIKE '%" + f.Customer.Replace("'", "''") + "%'";
            }
            SqlCommand cmd = new SqlCommand(sql, conn); // expect SECR1001
            SqlDataReader r = cmd.ExecuteReader();
            return Ok(r.HasRows);
        }
    }

    [HttpGet("search-safe")]
    public IActionResult SearchSafe([FromQuery] OrderFilter f)
    {
        using var conn = Open();
        var sql = new StringBuilder(BaseSql).Append(" WHERE TenantId = '").Append(f.Tenant).Append('\'');
        var p = new DynamicParameters();
        if (!string.IsNullOrEmpty(f.Customer)) { sql.Append(" AND Customer LIKE @c"); p.Add("c", "%" + f.Customer + "%"); }
        if (f.From is { } from) sql.Append(" AND CreatedAt >= '").Append(from.ToString("yyyy-MM-dd")).Append("'");
        sql.Append(" AND State = ").Append((int)f.State);
        sql.AppendFormat(" ORDER BY Id OFFSET {0} ROWS FETCH NEXT {1} ROWS ONLY", f.Page * (f.Size ?? 20), f.Size ?? 20);
        return Ok(conn.Query<OrderDto>(sql.ToString(), p));
    }

    [HttpGet("sorted")]
    public async Task<ActionResult<IEnumerable<OrderDto>>> Sorted([FromQuery] string sort, [FromQuery] string dir)
    {
        using var conn = Open();
        var sql = new StringBuilder();
        sql.Append(BaseSql);
        sql.AppendLine(" ORDER BY " + sort);
        sql.Append(dir == "desc" ? " DESC" : " ASC");
        return Ok(await conn.QueryAsync<OrderDto>(sql.ToString())); // expect SECR1001
    }

    [HttpGet("sorted-allow")]
    public async Task<ActionResult<IEnumerable<OrderDto>>> SortedAllow([FromQuery] string sort, [FromQuery] string dir)
    {
        if (!SortColumns.Contains(sort)) return BadRequest("unknown column");
        using var conn = Open();
        return Ok(await conn.QueryAsync<OrderDto>($"{BaseSql} ORDER BY {sort} {(dir == "desc" ? "DESC" : "ASC")}"));
    }

    [HttpGet("sorted-switch")]
    public async Task<IActionResult> SortedSwitch([FromQuery] OrderFilter f)
    {
        var col = f.Sort switch { "name" => "Customer", "total" => "Total", _ => "Id" };
        var dir = string.Equals(f.Direction, "desc", StringComparison.OrdinalIgnoreCase) ? "DESC" : "ASC";
        using var conn = Open();
        var sql = string.Format("SELECT * FROM {0} ORDER BY {1} {2}", DbTables.Orders, col, dir);
        return Ok(await conn.QueryAsync<OrderDto>(sql));
    }

    [HttpGet("sorted-map")]
    public IActionResult SortedMap(string sort)
    {
        if (!SortMap.TryGetValue(sort ?? "", out var column)) column = "Id";
        using var conn = Open();
        return Ok(conn.Query<OrderDto>("SELECT * FROM " + DbTables.Archive + " ORDER BY " + column));
    }

    [HttpGet("sorted-map2")]
    public IActionResult SortedMapFallback(string sort)
    {
        var column = SortMap.TryGetValue(sort, out var c) ? c : sort;
        using var conn = Open();
        return Ok(conn.Query<OrderDto>(BaseSql + " ORDER BY " + column)); // expect SECR1001
    }

    [HttpGet("direction")]
    public IActionResult Direction([FromQuery] OrderFilter f)
    {
        using var conn = Open();
        using var cmd = conn.CreateCommand();
        cmd.CommandText = string.Concat(BaseSql, " ORDER BY Id ", f.Direction); // expect SECR1001
        using var r = cmd.ExecuteReader();
        return Ok(r.FieldCount);
    }

    [HttpGet("direction-enum")]
    public IActionResult DirectionEnum(SortDirection direction, OrderState state, Guid tenant, long id, bool flag, DateOnly day)
    {
        using var conn = Open();
        using var cmd = conn.CreateCommand();
        cmd.CommandText = $"SELECT * FROM {_tables.Schema}.Orders WHERE State = '{state}' AND T = '{tenant:D}' AND Id > {id} AND F = {(flag ? 1 : 0)} AND D = '{day:yyyy-MM-dd}' ORDER BY Id {direction}";
        using var r = cmd.ExecuteReader();
        return Ok(r.FieldCount);
    }

    [HttpPost("ids")]
    public IActionResult ByNames([FromBody] List<string> names)
    {
        var list = string.Join(",", names.Select(n => $"'{n}'"));
        using var conn = Open();
        return Ok(conn.Query<OrderDto>($"SELECT * FROM Orders WHERE Customer IN ({list})")); // expect SECR1001
    }

    [HttpPost("ids-int")]
    public IActionResult ByIds([FromBody] List<int> ids)
    {
        using var conn = Open();
        return Ok(conn.Query<OrderDto>($"SELECT * FROM Orders WHERE Id IN ({string.Join(",", ids)})"));
    }

    [HttpPost("ids-param")]
    public IActionResult ByNamesSafe([FromBody] List<string> names)
    {
        using var conn = Open();
        using var cmd = conn.CreateCommand();
        var ps = names.Select((n, i) => "@p" + i).ToArray();
        cmd.CommandText = $"SELECT * FROM Orders WHERE Customer IN ({string.Join(", ", ps)})";
        for (int i = 0; i < ps.Length; i++) cmd.Parameters.AddWithValue(ps[i], names[i]);
        using var r = cmd.ExecuteReader();
        return Ok(r.HasRows);
    }

    [HttpPost("ids-param-loop")]
    public IActionResult ByNamesSafeLoop([FromBody] string[] names)
    {
        using var conn = Open();
        var cmd = new SqlCommand { Connection = conn };
        var parts = new List<string>();
        var i = 0;
        foreach (var n in names)
        {
            var pn = $"@n{i++}";
            cmd.Parameters.Add(pn, SqlDbType.NVarChar).Value = n;
            parts.Add(pn);
        }
        cmd.CommandText = "SELECT * FROM Orders WHERE Customer IN (" + string.Join(",", parts) + ")";
        return Ok(cmd.ExecuteScalar());
    }

    [HttpGet("form")]
    public IActionResult FromForm()
    {
        string id = Request.Form["id"];
        using var conn = Open();
        var cmd = new SqlCommand("DELETE FROM Carts WHERE Id = " + id, conn); // expect SECR1001
        return Ok(cmd.ExecuteNonQuery());
    }

    [HttpGet("form-int")]
    public IActionResult FromFormInt()
    {
        int id;
        if (!int.TryParse(Request.Form["id"], out id)) return BadRequest();
        using var conn = Open();
        var cmd = new SqlCommand("DELETE FROM Carts WHERE Id = " + id, conn);
        return Ok(cmd.ExecuteNonQuery());
    }

    [HttpGet("form-int2")]
    public IActionResult FromFormIntText()
    {
        var id = Request.Query["id"].ToString();
        if (!int.TryParse(id, out _)) return BadRequest();
        using var conn = Open();
        var cmd = new SqlCommand("DELETE FROM Carts WHERE Id = " + id, conn);
        return Ok(cmd.ExecuteNonQuery());
    }

    [HttpGet("convert")]
    public IActionResult Converted()
    {
        var id = Convert.ToInt32(Request.Query["id"].FirstOrDefault());
        var g = Guid.Parse(Request.Headers["X-Tenant"]!);
        var d = DateTime.Parse(Request.Query["from"]!);
        using var conn = Open();
        return Ok(conn.ExecuteScalar<int>("SELECT COUNT(*) FROM Orders WHERE Id > " + id + " AND T = '" + g + "' AND D > '" + d.ToString("s") + "'"));
    }

    [HttpGet("cookie")]
    public IActionResult Cookie()
    {
        var theme = Request.Cookies["cart"];
        using var conn = Open();
        var adapter = new SqlDataAdapter($"SELECT * FROM Carts WHERE Token = '{theme}'", conn); // expect SECR1001
        var t = new DataTable();
        adapter.Fill(t);
        return Ok(t.Rows.Count);
    }

    [HttpGet("header")]
    public IActionResult Header([FromHeader(Name = "X-Region")] string region)
    {
        using var conn = Open();
        var sql = @"
            SELECT Id
            FROM Orders
            WHERE Region = '" + (region ?? "EU").Trim().ToUpperInvariant() + @"'
            ORDER BY Id";
        var ids = conn.Query<int>(sql).ToList(); // expect SECR1001
        return Ok(ids);
    }

    [HttpGet("proc/{name}")]
    public IActionResult Proc(string name, int year)
    {
        using var conn = Open();
        using var cmd = new SqlCommand("dbo.usp_report", conn) { CommandType = CommandType.StoredProcedure };
        cmd.Parameters.AddWithValue("@name", name);
        cmd.Parameters.AddWithValue("@year", year);
        conn.Execute("dbo.usp_log", new { name, year }, commandType: CommandType.StoredProcedure);
        return Ok(cmd.ExecuteScalar());
    }

    [HttpGet("procname/{name}")]
    public IActionResult ProcName(string name)
    {
        using var conn = Open();
        using var cmd = new SqlCommand("dbo.rpt_" + name, conn) { CommandType = CommandType.StoredProcedure }; // expect SECR1001
        return Ok(cmd.ExecuteScalar());
    }

    [HttpGet("multi/{id:int}")]
    public async Task<IActionResult> Multi(int id, string q)
    {
        using var conn = Open();
        using var grid = await conn.QueryMultipleAsync("SELECT * FROM Orders WHERE Id = @id; SELECT * FROM Lines WHERE OrderId = @id AND Name LIKE @q", new { id, q = $"%{q}%" });
        using var grid2 = await conn.QueryMultipleAsync($"SELECT * FROM Orders WHERE Id = {id}; SELECT * FROM Lines WHERE Name LIKE '%{q}%'"); // expect SECR1001
        return Ok(new { order = grid.ReadFirst<OrderDto>(), lines = grid2.Read<OrderDto>() });
    }

    [HttpGet("cmddef")]
    public async Task<IActionResult> CmdDef(string q, CancellationToken ct)
    {
        using var conn = Open();
        var def = new CommandDefinition("SELECT * FROM Orders WHERE Note = '" + q + "'", cancellationToken: ct); // expect SECR1001
        var ok = new CommandDefinition("SELECT * FROM Orders WHERE Note = @q", new { q }, cancellationToken: ct);
        await conn.QueryAsync<OrderDto>(ok);
        return Ok(await conn.QueryAsync<OrderDto>(def));
    }

    [HttpGet("record")]
    public IActionResult Export(string table)
    {
        using var conn = Open();
        var cols = table switch
        {
            "orders" or "lines" => table,
            _ => throw new ArgumentOutOfRangeException(nameof(table)),
        };
        var sql = $"SELECT * FROM {cols}";
        return Ok(conn.Query(sql));
    }

    [HttpGet("record2")]
    public IActionResult ExportGuarded(string table)
    {
        if (table is not ("orders" or "lines")) return NotFound();
        using var conn = Open();
        _log.LogInformation("Export of {Table}", table);
        return Ok(conn.Query("SELECT * FROM [" + table + "]"));
    }

    [HttpGet("record3")]
    public IActionResult ExportArray(string table)
    {
        string[] allowed = { "orders", "lines", nameof(OrderDto.Customer) };
        if (Array.IndexOf(allowed, table) < 0) return NotFound();
        using var conn = Open();
        return Ok(conn.Query("SELECT * FROM " + table));
    }

    [HttpGet("record4")]
    public IActionResult ExportOpen(string table)
    {
        if (string.IsNullOrWhiteSpace(table) || table.Length > 40) return BadRequest();
        using var conn = Open();
        return Ok(conn.Query("SELECT * FROM [" + table + "]")); // expect SECR1001
    }

    [HttpGet("record5")]
    public IActionResult ExportRegex(string table)
    {
        if (!System.Text.RegularExpressions.Regex.IsMatch(table, "^[a-zA-Z_]+$")) return BadRequest();
        using var conn = Open();
        return Ok(conn.Query("SELECT * FROM " + table));
    }

    [HttpGet("record6")]
    public IActionResult ExportRegexBad(string table)
    {
        if (!System.Text.RegularExpressions.Regex.IsMatch(table, "[a-zA-Z_]+")) return BadRequest();
        using var conn = Open();
        return Ok(conn.Query("SELECT * FROM " + table)); // expect SECR1001
    }

    [HttpGet("enumdef")]
    public IActionResult EnumParsed(string state)
    {
        if (!Enum.TryParse<OrderState>(state, true, out var s) || !Enum.IsDefined(s)) return BadRequest();
        using var conn = Open();
        return Ok(conn.Query($"SELECT * FROM Orders WHERE State = '{s}'"));
    }

    [HttpGet("letters")]
    public IActionResult Letters(string code)
    {
        if (!code.All(char.IsLetterOrDigit)) return BadRequest();
        using var conn = Open();
        return Ok(conn.Query($"SELECT * FROM Orders WHERE Code = '{code}'"));
    }

    [HttpGet("lambda")]
    public IActionResult Retry(string q)
    {
        using var conn = Open();
        Func<List<OrderDto>> run = () => conn.Query<OrderDto>("SELECT * FROM Orders WHERE Note = '" + q + "'").ToList(); // expect SECR1001
        return Ok(run());
    }

    [HttpGet("local")]
    public IActionResult LocalFn(string q)
    {
        using var conn = Open();
        return Ok(Load());

        IEnumerable<OrderDto> Load()
        {
            var sql = $"SELECT * FROM Orders WHERE Note = '{q}'";
            return conn.Query<OrderDto>(sql); // expect SECR1001
        }
    }

    [HttpPut("upd/{id}")]
    public IActionResult Patch(int id, [FromBody] Dictionary<string, string> changes)
    {
        using var conn = Open();
        var sets = new List<string>();
        var p = new DynamicParameters();
        p.Add("id", id);
        foreach (var (k, v) in changes) { sets.Add($"{k} = @{k}"); p.Add(k, v); }
        var n = conn.Execute("UPDATE Orders SET " + string.Join(", ", sets) + " WHERE Id = @id", p); // expect SECR1001
        return n == 0 ? NotFound() : NoContent();
    }

    [HttpPut("upd2/{id}")]
    public IActionResult PatchSafe(int id, [FromBody] OrderDto dto)
    {
        using var conn = Open();
        var sets = new List<string>();
        if (dto.Customer != null) sets.Add("Customer = @Customer");
        if (dto.Total > 0) sets.Add($"{nameof(OrderDto.Total)} = @Total");
        dto.Id = id;
        var n = conn.Execute("UPDATE Orders SET " + string.Join(", ", sets) + " WHERE Id = @Id", dto);
        return n == 0 ? NotFound() : NoContent();
    }

    [HttpGet("try")]
    public IActionResult TryCatch(string q)
    {
        string sql = null;
        try
        {
            sql = "SELECT * FROM Orders WHERE Note = '" + q + "'";
            using var conn = Open();
            return Ok(conn.Query<OrderDto>(sql)); // expect SECR1001
        }
        catch (SqlException ex)
        {
            _log.LogError(ex, "Query failed: {Sql}", sql);
            return StatusCode(500);
        }
    }

    [HttpGet("exists")]
    public IActionResult ByName(string q, int take = 50)
    {
        using var conn = Open();
        var id = conn.QueryFirstOrDefault<int?>("SELECT Id FROM Customers WHERE Name = @q", new { q });
        if (id is null) return NotFound($"no customer '{q}'");
        return Ok(conn.Query<OrderDto>($"SELECT TOP {Math.Min(take, 100)} * FROM Orders WHERE CustomerId = {id.Value}"));
    }
}
