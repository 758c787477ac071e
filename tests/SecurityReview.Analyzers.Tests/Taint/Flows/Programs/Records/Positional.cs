// A positional record is the body of a request and is handed to a store.
public record Booking(string Guest, string Room, int Nights);

public class BookingStore(SqliteConnection connection)
{
    public int Add(Booking booking)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"INSERT INTO Bookings VALUES (@guest, '{booking.Room}', {booking.Nights})"; // reported
        command.Parameters.AddWithValue("@guest", booking.Guest);
        return command.ExecuteNonQuery();
    }
}

public class BookingsController(BookingStore store) : ControllerBase
{
    [HttpPost("bookings")]
    public int Add([FromBody] Booking booking) => store.Add(booking);
}
//// good twin
// The record that is handed to the store has a constant in the member that becomes text.
public record Booking(string Guest, string Room, int Nights);

public class BookingStore(SqliteConnection connection)
{
    public int Add(Booking booking)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"INSERT INTO Bookings VALUES (@guest, '{booking.Room}', {booking.Nights})";
        command.Parameters.AddWithValue("@guest", booking.Guest);
        return command.ExecuteNonQuery();
    }
}

public class BookingsController(BookingStore store) : ControllerBase
{
    [HttpPost("bookings")]
    public int Add([FromBody] Booking booking) => store.Add(new Booking(booking.Guest, "101", booking.Nights));
}
